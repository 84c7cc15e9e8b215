"""Training of the shipped models: prepare → train → average → export → evaluate.

Each step is a command, ``python -m translations.training STEP --settings FILE --data FOLDER
--work FOLDER``; all settings stand in one TOML file (``recipe.toml`` beside this module). Needs the
``hub`` extra (torch). The texts it learns from are not part of the project.
"""
