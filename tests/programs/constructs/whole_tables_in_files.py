"""Tables kept in files, with transactions; CSV and configuration."""
from pathlib import Path
import tempfile, json, os, csv, configparser, io, shutil, sys, pickle
from contextlib import contextmanager, ExitStack, closing, suppress

class Table:
    def __init__(self, path: Path, key="id"):
        self.path, self.key = path, key
        self.rows = json.loads(path.read_text()) if path.exists() else []
    def insert(self, **row):
        row[self.key] = max((r[self.key] for r in self.rows), default=0) + 1
        self.rows.append(row)
        return row[self.key]
    def where(self, pred=None, /, **eq):
        for r in self.rows:
            if all(r.get(k) == v for k, v in eq.items()) and (pred is None or pred(r)):
                yield r
    def commit(self):
        tmp = self.path.with_suffix(".tmp")
        tmp.write_text(json.dumps(self.rows, indent=1, sort_keys=True))
        tmp.replace(self.path)

class Database:
    def __init__(self, root): self.root = Path(root); self.root.mkdir(parents=True, exist_ok=True); self.tables = {}
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        return self.tables.setdefault(name, Table(self.root / f"{name}.json"))
    @contextmanager
    def transaction(self):
        saved = {n: pickle.dumps(t.rows) for n, t in self.tables.items()}
        try:
            yield self
        except Exception as e:
            for n, t in self.tables.items():
                if n in saved: t.rows = pickle.loads(saved[n])
            print("rolled back:", repr(e))
            raise
        else:
            for t in self.tables.values(): t.commit()

with tempfile.TemporaryDirectory() as d:
    db = Database(Path(d) / "db" / "main")
    with db.transaction():
        print(db.users.insert(name="Ann", age=30), db.users.insert(name="Bob", age=25))
        db.posts.insert(author=1, title="Hello")
    with suppress(ZeroDivisionError), db.transaction():
        db.users.insert(name="Eve", age=1 / 0)
    try:
        with db.transaction():
            db.users.insert(name="Zed", age=99)
            raise RuntimeError("stop")
    except RuntimeError as e:
        print("caught", e)
    print([r["name"] for r in db.users.where()], list(db.users.where(lambda r: r["age"] > 26)), list(db.users.where(name="Bob")))
    print(sorted(p.name for p in db.root.iterdir()), (db.root / "users.json").read_text())
    again = Database(db.root)
    print(len(again.users.rows), [*again.posts.where(author=1)])
    p = Path(d, "data.csv")
    with p.open("w", newline="") as f:
        w = csv.DictWriter(f, fieldnames=["name", "age", "note"], quoting=csv.QUOTE_MINIMAL, extrasaction="ignore")
        w.writeheader()
        w.writerows([{**r, "note": 'said "hi", twice\nok'} for r in db.users.where()])
    print(p.read_text(), p.stat().st_size)
    with p.open(newline="") as f:
        for row in csv.DictReader(f): print(row)
    try:
        w.writerow({"bad": 1}); 
    except ValueError as e: print(e)
    cfg = configparser.ConfigParser()
    cfg.read_string("[DEFAULT]\nroot = /srv\n[web]\nport = 8080\ndebug = yes\npath = %(root)s/www\nhosts =\n  a\n  b\n[empty]\n")
    print(cfg.sections(), cfg["web"].getint("port"), cfg["web"].getboolean("debug"), cfg.get("web", "path"), cfg["web"]["hosts"].split(), cfg.get("web", "none", fallback="-"), dict(cfg["empty"]))
    cfg["new"] = {"x": 1}
    cfg.set("web", "port", "9000")
    out = io.StringIO(); cfg.write(out); print(out.getvalue())
    for bad in ("no section", "[a]\nx=1\n[a]\n", "[a]\nx=1\nx=2", "[a]\n = 3"):
        try: configparser.ConfigParser().read_string(bad)
        except configparser.Error as e: print(type(e).__name__, e)
    try: cfg.get("web", "zzz")
    except configparser.NoOptionError as e: print(e)
    try: cfg["zzz"]
    except KeyError as e: print(e)
    (Path(d) / "sub").mkdir(); (Path(d) / "sub" / "x.txt").write_text("x\n" * 3)
    print(sorted(str(q.relative_to(d)) for q in Path(d).rglob("*.*")), [q.suffix for q in sorted(Path(d).glob("**/*.txt"))])
    for root, dirs, files in sorted(os.walk(d)): print(root[len(d):], sorted(dirs), sorted(files))
    shutil.copytree(Path(d) / "sub", Path(d) / "copy"); print((Path(d) / "copy" / "x.txt").read_text().splitlines())
print(Path(d).exists())
