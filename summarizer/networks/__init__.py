"""What networks share: number formats, what makes a CPU quick at learning, and how CTranslate2 is
loaded.
"""
