"""What the trainings of networks share: number formats, and what makes a CPU quick at them."""
