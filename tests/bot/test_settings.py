"""Settings of the environment, of .env and of TOML; what is wrong is named."""

import pytest

from bot.settings import SettingsError, load_settings


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("BRIEFING_CONFIG", "BRIEFING_LANGUAGE", "BRIEFING_ZONE", "BRIEFING_TRANSLATOR"):
        monkeypatch.delenv(name, raising=False)


def test_the_environment_wins_over_env_file_and_that_over_toml(tmp_path, monkeypatch):
    (tmp_path / "bot.toml").write_text('language = "vi"\nzone = "Asia/Tokyo"\nrate_limit = 7\n')
    (tmp_path / ".env").write_text("BRIEFING_LANGUAGE=en\nBRIEFING_ZONE=Europe/Paris\n")
    monkeypatch.setenv("BRIEFING_CONFIG", str(tmp_path / "bot.toml"))
    monkeypatch.setenv("BRIEFING_LANGUAGE", "both")
    settings = load_settings()
    assert (settings.language, settings.zone, settings.rate_limit) == ("both", "Europe/Paris", 7)


def test_lists_of_chats(monkeypatch):
    monkeypatch.setenv("BRIEFING_OPERATORS", "1, 2 -3")
    assert load_settings().operators == {1, 2, -3}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("BRIEFING_ZONE", "Mars/Base", "BRIEFING_ZONE.*no such time zone"),
        ("BRIEFING_OPERATORS", "me", "BRIEFING_OPERATORS.*chat numbers"),
        ("BRIEFING_TRANSLATOR", "extract", "BRIEFING_TRANSLATOR.*known: compact, none, hub:"),
        ("BRIEFING_TRANSLATOR", "hub:", "BRIEFING_TRANSLATOR"),
        ("BRIEFING_SUMMARIZER", "compact", "BRIEFING_SUMMARIZER"),
        ("BRIEFING_TRANSLATR", "none", "BRIEFING_TRANSLATR.*did you mean TRANSLATOR"),
        ("BRIEFING_CONFIG", "nowhere.toml", "no such file"),
        ("BRIEFING_TELEGRAM_TOKEN", "a token", "BRIEFING_TELEGRAM_TOKEN.*is no token"),
        ("BRIEFING_TELEGRAM_API_URL", "127.0.0.1:8081", "BRIEFING_TELEGRAM_API_URL.*address"),
        ("BRIEFING_TELEGRAM_API_URL", "https://", "BRIEFING_TELEGRAM_API_URL.*address"),
    ],
)
def test_what_is_wrong_is_named(monkeypatch, name, value, said):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=said):
        load_settings()


def test_slips_in_files_are_named_with_the_file(tmp_path, monkeypatch):
    (tmp_path / "bot.toml").write_text('zonne = "Asia/Tokyo"\n')
    (tmp_path / ".env").write_text("BRIEFING_LANGAUGE=en\nOTHER=1\n")
    monkeypatch.setenv("BRIEFING_CONFIG", str(tmp_path / "bot.toml"))
    with pytest.raises(SettingsError) as caught:
        load_settings()
    text = str(caught.value)
    assert "zonne in" in text
    assert "bot.toml" in text
    assert "BRIEFING_LANGAUGE in .env" in text
    assert "OTHER" not in text


def test_an_empty_token_is_no_token(monkeypatch):
    monkeypatch.setenv("BRIEFING_TELEGRAM_TOKEN", "")
    assert load_settings().telegram_token is None


def test_a_wrong_token_is_not_shown(monkeypatch):
    monkeypatch.setenv("BRIEFING_TELEGRAM_TOKEN", "https://host/bot123:s3cret/setWebhook")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "s3cret" not in str(caught.value)


def test_blanks_around_a_token_are_no_part_of_it(monkeypatch):
    monkeypatch.setenv("BRIEFING_TELEGRAM_TOKEN", " 123456:AAE-x_y\n")
    assert load_settings().telegram_token.get_secret_value() == "123456:AAE-x_y"
