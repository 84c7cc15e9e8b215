"""``python -m bot`` is ``briefing-bot``."""

from bot.cli import main

if __name__ == "__main__":  # the worker process imports this module under another name
    main()
