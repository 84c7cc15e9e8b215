"""Engines: models that translate, shipped, added or from the hub, and how they are decoded."""
