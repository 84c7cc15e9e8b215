import io
import logging

import httpx
import pytest

from bot import logs
from bot.settings import Settings

SENTINEL = "987654321:AAsentinelTokenThatMustNeverBeSeen-1"


@pytest.fixture
def written(tmp_path):
    """A root logger set up with the sentinel token; yields what was written."""
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    settings = Settings(
        _env_file=None,
        telegram_token=SENTINEL,
        database_url="postgresql://bot:s3cret-w0rd@127.0.0.1/briefing",
        data_dir=tmp_path,
        log_level="DEBUG",
    )
    handler = logs.set_up(settings)
    stream = io.StringIO()
    handler.setStream(stream)
    yield stream.getvalue
    root.removeHandler(handler)
    root.setLevel(before[0])


def fail(address):
    raise RuntimeError(f"no answer from {address}")


def test_the_token_is_hidden_in_messages_and_arguments(written):
    log = logging.getLogger("bot.test")
    log.warning("calling https://api.telegram.org/bot%s/getMe", SENTINEL)
    log.warning(f"calling https://127.0.0.1/bot{SENTINEL}/getMe")  # noqa: G004 - what is tested
    log.warning({"url": f"/bot{SENTINEL.replace(':', '%3A')}/getMe"})
    assert SENTINEL not in written()
    assert "AAsentinel" not in written()
    assert written().count(logs.HIDDEN) == 3


def test_the_token_is_hidden_in_tracebacks_and_their_causes(written):
    try:
        try:
            fail(f"https://x/bot{SENTINEL}/sendMessage")
        except RuntimeError as error:
            raise ValueError("the answer") from error
    except ValueError:
        logging.getLogger("bot.test").exception("failed", stack_info=True)
    assert "Traceback" in written()
    assert "no answer from https://x/bot[hidden]/sendMessage" in written()
    assert "AAsentinel" not in written()


def test_the_password_of_the_database_is_hidden(written):
    logging.getLogger("sqlalchemy").error("connecting to bot:s3cret-w0rd@127.0.0.1")
    assert "s3cret-w0rd" not in written()


def test_a_token_that_is_not_ours_is_hidden_too(written):
    logging.getLogger("x").error("bot123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ012345 was refused")
    assert "ABCDEFGHIJ" not in written()


def test_requests_are_not_logged_at_all(written):
    with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200))) as client:
        client.get(f"https://api.telegram.org/bot{SENTINEL}/getMe")
    assert "api.telegram.org" not in written()
    assert (
        logging.getLogger("httpx").level == logging.getLogger("httpcore").level == logging.WARNING
    )


def test_a_wrong_logging_call_is_still_written(written):
    logging.getLogger("x").error("only %s and %s", SENTINEL)  # noqa: PLE1206 - what is tested
    assert "only" in written()
    assert "AAsentinel" not in written()


def test_setting_up_twice_writes_once(tmp_path):
    settings = Settings(_env_file=None, data_dir=tmp_path)
    first = logs.set_up(settings)
    second = logs.set_up(settings)
    try:
        assert first not in logging.getLogger().handlers
        assert second in logging.getLogger().handlers
    finally:
        logging.getLogger().removeHandler(second)
