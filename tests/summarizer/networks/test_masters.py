"""Weights in float32 beside a network in bfloat16."""

import pytest

torch = pytest.importorskip("torch", reason="training needs the hub extra")

from summarizer.networks.masters import Masters  # noqa: E402 - after the check for torch

pytestmark = pytest.mark.hub


def network():
    torch.manual_seed(1)
    return torch.nn.Sequential(torch.nn.Linear(4, 3), torch.nn.Linear(3, 2))


def step(its, masters, rate):
    """One step of plain descent of a sum."""
    format_ = next(its.parameters()).dtype
    its(torch.ones(5, 4, dtype=format_)).float().sum().backward()
    masters.take_gradients()
    with torch.no_grad():
        for weight in masters.by_name.values():
            weight.sub_(weight.grad, alpha=rate)
            weight.grad = None
    masters.give_weights()


def test_a_float32_network_is_its_own_master():
    its = network()
    masters = Masters(its, torch.float32)
    assert all(one is masters.by_name[name] for name, one in its.named_parameters())
    before = its[0].bias.detach().clone()
    step(its, masters, 0.1)
    assert not torch.equal(its[0].bias, before)


def test_steps_too_small_for_bfloat16_add_up():
    plain, rounded = network(), network()
    its = Masters(plain, torch.float32), Masters(rounded, torch.bfloat16)
    assert {weight.dtype for weight in rounded.parameters()} == {torch.bfloat16}
    first = rounded[0].weight.detach().clone()
    step(rounded, its[1], 1e-7)
    assert torch.equal(rounded[0].weight, first)
    step(plain, its[0], 1e-7)
    for _ in range(300):
        step(plain, its[0], 1e-4)
        step(rounded, its[1], 1e-4)
    assert not torch.equal(rounded[0].weight, first)
    its[1].finish()
    for one, other in zip(plain.parameters(), rounded.parameters(), strict=True):
        assert other.dtype == torch.float32
        assert torch.allclose(one, other, atol=5e-4)
    assert torch.equal(rounded[0].weight, its[1].by_name["0.weight"])


def test_weights_are_found_by_the_parameters_they_stand_for():
    its = network()
    masters = Masters(its, torch.bfloat16)
    found = masters.of(its[1].parameters())
    assert [weight.shape for weight in found] == [(2, 3), (2,)]
    assert all(weight.dtype == torch.float32 for weight in found)


def test_a_weight_without_a_gradient_stays():
    its = network()
    masters = Masters(its, torch.bfloat16)
    its[0](torch.ones(1, 4, dtype=torch.bfloat16)).sum().backward()
    masters.take_gradients()
    assert masters.by_name["1.weight"].grad is None
    assert masters.by_name["0.weight"].grad is not None
