"""The output layer's loss beside torch's own."""

import pytest

torch = pytest.importorskip("torch", reason="training needs the hub extra")

from translations.training.loss import smoothed_loss  # noqa: E402 - after the check for torch

pytestmark = pytest.mark.hub


@pytest.mark.parametrize("tokens", [1, 511, 512, 700])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_loss_and_gradients_are_those_of_the_plain_formula(tokens: int, smoothing: float) -> None:
    torch.manual_seed(tokens)
    target = torch.randint(0, 40, (tokens,))
    ours = [torch.randn(tokens, 8, requires_grad=True), torch.randn(40, 8, requires_grad=True)]
    plain = [tensor.detach().clone().requires_grad_() for tensor in ours]

    loss, wanted = smoothed_loss(*ours, target, smoothing)
    (3 * loss).backward()
    expected = torch.nn.functional.cross_entropy(
        plain[0] @ plain[1].t(), target, label_smoothing=smoothing
    )
    (3 * expected).backward()

    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    if not smoothing:
        assert wanted.item() == pytest.approx(loss.item(), rel=1e-6)
    for one, other in zip(ours, plain, strict=True):
        assert torch.allclose(one.grad, other.grad, atol=1e-6)
