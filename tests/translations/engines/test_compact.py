import json
import shutil
import threading

import pytest

from translations import Direction, DirectionUnavailable, ModelUnavailable
from translations.engines.compact import CompactEngine, shipped_models
from translations.engines.manifest import read_manifest

VI_EN = Direction.VI_EN


@pytest.fixture
def models(tmp_path):
    shutil.copytree(shipped_models() / "vi-en", tmp_path / "vi-en")
    return tmp_path


def test_it_translates_in_order_and_keeps_blanks(compact):
    sentences = ["Cảm ơn các bạn.", "", "Hà Nội là thủ đô của Việt Nam.", "   "]
    one_by_one = [compact.translate([sentence], VI_EN)[0] for sentence in sentences]
    assert one_by_one[1] == one_by_one[3] == ""
    assert "Hanoi" in one_by_one[2]
    assert len(compact.translate(sentences, VI_EN)) == 4
    assert compact.translate([], VI_EN) == []


def test_its_name_carries_the_version(compact):
    manifest = read_manifest(shipped_models() / "vi-en")
    assert manifest.version in compact.name.removeprefix("compact-").split("+")
    assert VI_EN in compact.directions
    assert manifest.licence
    assert manifest.data
    assert (manifest.folder / manifest.licence_file).is_file()


def test_a_missing_direction_says_so(models):
    engine = CompactEngine(models=models)
    with pytest.raises(DirectionUnavailable, match="English→Vietnamese is not available"):
        engine.translate(["Hello."], Direction.EN_VI)


@pytest.mark.parametrize("file", ["model.bin", "spm.model", "config.json"])
def test_a_missing_file_is_named(models, file):
    (models / "vi-en" / file).unlink()
    with pytest.raises(ModelUnavailable, match=f"{file} is missing"):
        CompactEngine(models=models).translate(["Xin chào."], VI_EN)


def test_a_truncated_and_a_changed_file_are_named(models):
    path = models / "vi-en" / "model.bin"
    data = path.read_bytes()
    path.write_bytes(data[:1000])
    with pytest.raises(ModelUnavailable, match=r"model\.bin has 1000 bytes instead of"):
        CompactEngine(models=models).translate(["Xin chào."], VI_EN)
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(ModelUnavailable, match="checksum") as caught:
        CompactEngine(models=models).translate(["Xin chào."], VI_EN)
    assert "\n" not in str(caught.value)


def test_whole_files_that_are_no_model_are_an_error_of_one_line(models):
    import hashlib

    path = models / "vi-en" / "model.bin"
    path.write_bytes(b"not a model")
    manifest = models / "vi-en" / "manifest.json"
    fields = json.loads(manifest.read_text())
    fields["files"]["model.bin"] = {
        "bytes": 11,
        "sha256": hashlib.sha256(b"not a model").hexdigest(),
    }
    manifest.write_text(json.dumps(fields))
    with pytest.raises(ModelUnavailable, match="cannot be loaded") as caught:
        CompactEngine(models=models).translate(["Xin chào."], VI_EN)
    assert "\n" not in str(caught.value)


def test_a_broken_manifest_is_an_error_where_the_model_is_wanted(models):
    (models / "vi-en" / "manifest.json").write_text("{")
    engine = CompactEngine(models=models)
    assert engine.directions == frozenset()
    with pytest.raises(ModelUnavailable, match=r"manifest\.json is broken"):
        engine.translate(["Xin chào."], VI_EN)
    assert CompactEngine(models=models / "nowhere").directions == frozenset()


def test_a_long_paragraph_is_not_dropped(compact):
    text = " ".join(f"đoàn thứ {i} đến từ một nước bạn và mang theo quà" for i in range(1, 41))
    (output,) = compact.translate([text], VI_EN)
    assert len(output.split()) > 150


def test_several_threads_get_what_one_gets(compact):
    sentences = ["Hai bên ký kết một hiệp định mới.", "Đoàn đại biểu đến Hà Nội hôm nay."]
    expected = [compact.translate([sentence], VI_EN)[0] for sentence in sentences]
    results = [None, None]

    def work(i):
        results[i] = compact.translate([sentences[i]], VI_EN)[0]

    threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == expected


def test_importing_the_face_loads_no_model_library():
    import subprocess
    import sys

    code = (
        "import sys, translations; translations.make_translator();"
        "print([m for m in ('ctranslate2','torch','transformers','sentencepiece') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
