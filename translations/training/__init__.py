"""Training of the shipped models: prepare → (begin →) train → average → export → evaluate.

Each step is a command, ``python -m translations.training STEP --settings FILE --data FOLDER
--work FOLDER``; all settings stand in one TOML file (``vi-en.toml`` and ``en-vi.toml`` beside this
module). Needs the ``hub`` extra (torch). The texts it learns from are not part of the project.
"""
