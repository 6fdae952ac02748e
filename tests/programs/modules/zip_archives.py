"""Archives: written, read, extended, extracted, and what is said of wrong ones."""
import io
import os
import tempfile
import zipfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo


def told(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


memory = io.BytesIO()
with ZipFile(memory, "w") as archive:
    info = ZipInfo("a.txt", (2024, 2, 29, 12, 30, 58))
    archive.writestr(info, "hello " * 10)
    archive.writestr(ZipInfo("dir/b.bin", (1999, 12, 31, 0, 0, 2)), b"\x00\x01" * 500, compress_type=ZIP_DEFLATED)
    with archive.open(ZipInfo("dir/c é.txt"), "w") as file:
        file.write(b"one\n")
        file.write(b"two\n")
        told(lambda: archive.writestr("no", ""))
        told(lambda: archive.open("two", "w"))
        told(lambda: archive.read("a.txt"))
    archive.comment = b"the comment"
    print(archive.namelist(), archive.mode, archive.compression)
print(archive, zipfile.is_zipfile(memory), memory.getvalue()[:4])
with ZipFile(memory) as archive:
    archive.printdir()
    print(archive.infolist()[0], archive.infolist()[2], archive.comment, archive.testzip())
    for info in archive.infolist():
        print(info.filename, info.file_size, info.CRC, info.date_time, info.compress_type, info.is_dir(), archive.read(info)[:8])
    print(archive.getinfo("dir/b.bin").compress_size < 100, archive.getinfo("a.txt").compress_size, archive.getinfo("a.txt").header_offset)
    with archive.open("dir/c é.txt") as file:
        print(file.readline(), list(file), file.name, file.readable(), file.writable())
    with archive.open("dir/c é.txt") as file, io.TextIOWrapper(file) as lines:
        print([line.rstrip() for line in lines])
    told(lambda: archive.read("none"))
    told(lambda: archive.getinfo("none"))
    told(lambda: archive.writestr("x", "y"))
    told(lambda: archive.open("a.txt", "q"))
told(lambda: archive.read("a.txt"))
told(lambda: archive.namelist())
told(lambda: ZipFile(io.BytesIO(b"no archive at all, whatever it is")))
told(lambda: ZipFile(io.BytesIO()))
told(lambda: ZipFile(memory, "z"))
told(lambda: zipfile.is_zipfile("nothing.zip"))
told(lambda: ZipInfo("old", (1970, 1, 1, 0, 0, 0)))
told(lambda: ZipFile(io.BytesIO(), "w", 99))
broken = bytearray(memory.getvalue())
broken[40] ^= 1
told(lambda: ZipFile(io.BytesIO(bytes(broken))).read("a.txt"))
told(lambda: ZipFile(io.BytesIO(bytes(broken))).testzip())
with ZipFile(memory, "a") as archive:
    archive.writestr("added.txt", "added")
with ZipFile(memory) as archive:
    print(archive.namelist(), archive.read("added.txt"), archive.comment)
with tempfile.TemporaryDirectory() as folder:
    folder = Path(folder)
    (folder / "src" / "deep").mkdir(parents=True)
    (folder / "src" / "one.txt").write_text("1" * 1000)
    (folder / "src" / "deep" / "two.txt").write_text("2")
    with ZipFile(folder / "out.zip", "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted((folder / "src").rglob("*")):
            archive.write(path, path.relative_to(folder))
        archive.mkdir("empty")
    with ZipFile(folder / "out.zip") as archive:
        print(archive.namelist(), [info.compress_type for info in archive.infolist()], [info.is_dir() for info in archive.infolist()])
        print(Path(archive.extract("src/one.txt", folder / "x")).relative_to(folder))
        archive.extractall(folder / "all")
        print(archive.filename == str(folder / "out.zip"))
    print(sorted(str(p.relative_to(folder)) for p in folder.rglob("*")), (folder / "all/src/one.txt").read_text() == "1" * 1000)
    print((folder / "out.zip").exists())
    try:
        with ZipFile(folder / "bad.zip", "w") as archive:
            raise RuntimeError("stop")
    except RuntimeError as error:
        print(error, zipfile.is_zipfile(folder / "bad.zip"))
print(issubclass(BadZipFile, Exception), zipfile.error is BadZipFile, ZIP_STORED)
