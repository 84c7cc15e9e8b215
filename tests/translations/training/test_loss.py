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


def test_in_bfloat16_the_gradients_point_the_same_way() -> None:
    torch.manual_seed(3)
    target = torch.randint(0, 40, (700,))
    exact = [torch.randn(700, 8, requires_grad=True), torch.randn(40, 8, requires_grad=True)]
    rounded = [its.detach().to(torch.bfloat16).requires_grad_() for its in exact]

    likelihoods = []
    for inputs in (exact, rounded):
        loss, wanted = smoothed_loss(*inputs, target, 0.1)
        loss.backward()
        likelihoods.append(wanted.item())

    assert likelihoods[1] == pytest.approx(likelihoods[0], rel=0.01)
    for one, other in zip(exact, rounded, strict=True):
        assert other.grad.dtype == torch.bfloat16
        assert torch.cosine_similarity(one.grad.flatten(), other.grad.float().flatten(), 0) > 0.999


def test_a_piece_that_is_nearly_impossible_has_a_finite_loss() -> None:
    hidden = torch.tensor([[200.0, 0.0]], requires_grad=True)
    weight = torch.tensor([[1.0, 0.0], [-1.0, 0.0]], requires_grad=True)
    loss, wanted = smoothed_loss(hidden, weight, torch.tensor([1]), 0.0)
    loss.backward()
    assert 50 < wanted.item() < 1000
    assert all(its.grad.isfinite().all() for its in (hidden, weight))
