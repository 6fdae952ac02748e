import configparser, io, sys, os
TEXT = """\
[DEFAULT]
ServerAliveInterval = 45
Compression = yes
home: /home/%(user)s
user=me

[forge.example]
User = hg
# a comment
; another
path = %(home)s/src
 	and more
empty =
Multi = one
    two

    three
[topsecret.server.example]
Port = 50022
ForwardX11 = no
percent = 100%%
key with spaces : value = with : marks
"""
def told(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, "|", e, "|", e.args)
c = configparser.ConfigParser()
print(c.sections(), c.read("nofile.ini"), len(c), bool(c), list(c))
c.read_string(TEXT)
print(c.sections(), "forge.example" in c, "nope" in c, c["forge.example"]["User"], c["forge.example"]["user"], dict(c["forge.example"]))
for s in c:
    print(s, c[s], [k for k in c[s]])
t = c["topsecret.server.example"]
print(t.getboolean("ForwardX11"), t.getint("port"), t.getfloat("Port"), t.get("x"), t.get("x", "fb"), t.getint("x", 5), t.getboolean("nope", fallback=True), t["percent"], t.get("percent", raw=True), t.name, t.parser is c, len(t))
print(c.get("forge.example", "path", vars={"home": "/x"}), c.getint("forge.example", "q", fallback=7), c.items("topsecret.server.example"), c.options("forge.example"), c.defaults())
told(lambda: c["nope"]); told(lambda: t["nope"]); told(lambda: c.get("a", "b")); told(lambda: c.get("forge.example", "b")); told(lambda: c.getint("forge.example", "user")); told(lambda: c.getboolean("forge.example", "user")); told(lambda: c.items("zz")); told(lambda: c.options("zz")); told(lambda: c.set("zz", "a", "b")); told(lambda: c.add_section("forge.example")); told(lambda: c.add_section("DEFAULT")); told(lambda: c.set("forge.example", "a", 3)); told(lambda: c.add_section(3)); told(lambda: c.set("forge.example", 3, "x")); told(lambda: c.set("forge.example", "p", "50%")); told(lambda: t.__setitem__("a", 5))
c["new"] = {"a": 1, "B": None, "list": [1, 2]} if False else {"a": 1, "list": [1, 2]}
c["new"]["multi"] = "x\ny"; c.set("new", "z", "%(a)s!"); c["forge.example"].pop("empty"); del c["new"]["a"]
told(lambda: c["new"]["z"]); c["new"]["A"] = "1"; print(c["new"]["z"], c.has_option("new", "a"), c.has_option("", "user"), c.remove_option("new", "list"), c.remove_option("new", "list"), c.remove_section("zz"))
c.write(sys.stdout); c.write(sys.stdout, space_around_delimiters=False)
for text in ("a = 1\n", "[a]\nx\n", "[a]\n[a]\n", "[a]\nx=1\nX=2\n", "[a]\n= 3\nb\nc=1\n", "[a]\n  k = 1\n  l = 2\n m = 3\n", "[a]\nx = %(y)s\n", "[a]\nx = %(x)s\n", "[a]\nx = %y\n", "[a]\nx = %(y\n", "[]\n", "[a\n", "[a]b\nk: v # not\n"):
    c = configparser.ConfigParser()
    told(lambda: (c.read_string(text), {s: dict(c[s]) for s in c}))
    c = configparser.RawConfigParser(allow_no_value=True, inline_comment_prefixes=("#", ";"), strict=False)
    told(lambda: (c.read_string(text), {s: dict(c[s]) for s in c}))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, converters={"list": lambda s: [x.strip() for x in s.split(",")]})
e.read_string("[common]\nhome = /u\nnames = a, b ,c\nflag\n[x]\np = ${common:home}/$$/${q}\nq = ${w}\nw = deep\nbad = ${z:k}\nworse = ${a:b:c}\nworst = $x\n")
print(e["x"]["p"], e.getlist("common", "names"), e["common"].getlist("names"), e["common"]["flag"], e["common"].getlist("zz", fallback=[]), sorted(e.converters))
for k in ("bad", "worse", "worst"): told(lambda: e["x"][k])
e["common"].getint("zz"); told(lambda: e.getint("common", "zz")); e.write(sys.stdout)
r = configparser.RawConfigParser(); r.read_dict({"s": {"a": 1, "p": "%(x)s"}}); r.optionxform = str; r.set("s", "KeepCase", 3); print(dict(r["s"])); r.write(sys.stdout)
told(lambda: r.read_dict({"s": {"Q": 1, "q": 2}})); told(lambda: configparser.ConfigParser().read_dict({"s": {"Q": 1, "q": 2}}))
told(lambda: configparser.ConfigParser({"a": "1%"})["DEFAULT"]["a"]); d = configparser.ConfigParser({"b": "2"}, default_section="common"); d.read_string("[common]\nx=1\n[s]\ny=2\n"); print(dict(d["s"]), d.popitem(), list(d))
told(lambda: d.popitem()); told(lambda: d.__delitem__("common")); told(lambda: d.__delitem__("zz"))
n = configparser.ConfigParser(allow_no_value=True, delimiters=("=",), comment_prefixes=("//",)); n.read_string("[m]\nskip-innodb\nurl=http://x:80\n// c\na:b=c\n"); print(dict(n["m"])); n.write(sys.stdout)
u = configparser.ConfigParser(allow_unnamed_section=True); u.read_string("top = 1\n[s]\nb=2\n"); print(u.sections(), u.get(configparser.UNNAMED_SECTION, "top")); u.write(sys.stdout)
told(lambda: configparser.ConfigParser().add_section(configparser.UNNAMED_SECTION)); w = configparser.RawConfigParser(); w.add_section("s"); w.set("s", "[x]", "1"); told(lambda: w.write(io.StringIO())); w = configparser.RawConfigParser(); w.add_section("s"); w.set("s", "=x", "1"); told(lambda: w.write(io.StringIO()))
inline = configparser.ConfigParser(inline_comment_prefixes="#", empty_lines_in_values=False); inline.read_string("[s]\na = 1 # one\nb = x#y\nc = l1\n  l2\n\n  d = 3\n"); print(dict(inline["s"]))
with open("t.ini", "w") as f: inline.write(f)
z = configparser.ConfigParser(); print(z.read(["missing.ini", "t.ini"]), z["s"]["b"]); z.read_file(["[q]\n", "k = v\n"], "mine"); print(z.get("q", "k")); told(lambda: z.read_file(["[q]\n", "junk\n"], "mine")); told(lambda: z.read_file(open("t.ini")) ); os.remove("t.ini")
print(c.BOOLEAN_STATES, isinstance(t, __import__("collections").abc.MutableMapping), configparser.UNNAMED_SECTION, t)
