"""The number format of the matrix products is the one that this machine multiplies quickest."""

import pytest

torch = pytest.importorskip("torch", reason="training needs the hub extra")

from summarizer.networks import precision  # noqa: E402 - after the check for torch

pytestmark = pytest.mark.hub


@pytest.mark.parametrize("quick", [torch.bfloat16, torch.float32])
def test_the_quicker_format_is_taken(quick, monkeypatch):
    monkeypatch.setattr(precision, "_seconds", lambda format_: 1.0 if format_ == quick else 2.0)
    assert precision.quickest("cpu") == quick


def test_an_accelerator_is_not_asked():
    assert precision.quickest("cuda") == torch.bfloat16


def test_both_formats_can_be_timed():
    assert precision.quickest("cpu") in {torch.bfloat16, torch.float32}
