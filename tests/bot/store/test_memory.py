from __future__ import annotations

from bot.store import memory
from bot.store.prepared import Rendering


async def test_what_was_remembered_comes_back_for_the_same_version_only(db):
    made = {
        "Xin chào.": Rendering("Hello.", engine="e", findings=(("number", "5"),)),
        "Tạm biệt.": Rendering("Goodbye.", engine="e"),
        "Bộ": Rendering("Ministry", machine=False, engine="glossary"),
    }
    async with db.write() as session:
        await memory.remember(session, made, "vi-en", "v1")
        await memory.remember(session, {"Xin chào.": Rendering("Hi.")}, "vi-en", "v1")
    async with db.read() as session:
        wanted = [*made, "Chưa có."]
        found = await memory.recall(session, wanted, "vi-en", "v1")
        assert found == {text: made[text] for text in ("Xin chào.", "Tạm biệt.")}
        assert await memory.recall(session, wanted, "en-vi", "v1") == {}
        assert await memory.recall(session, wanted, "vi-en", "v2") == {}
    async with db.write() as session:
        await memory.forget(session, keep_version="v2")
    async with db.read() as session:
        assert await memory.recall(session, wanted, "vi-en", "v1") == {}


async def test_many_at_once(db):
    made = {f"câu {n}": Rendering(f"sentence {n}", engine="e") for n in range(1200)}
    async with db.write() as session:
        await memory.remember(session, made, "vi-en", "v")
        await memory.remember(session, {}, "vi-en", "v")
    async with db.read() as session:
        assert await memory.recall(session, made, "vi-en", "v") == made
