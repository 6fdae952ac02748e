"""fnmatch: names matched with the shell's wildcards. Regular expressions are not needed for it."""

__all__ = ['filter', 'filterfalse', 'fnmatch', 'fnmatchcase', 'translate']


def _class_end(pat, at):
    """Where the ] of a class that begins at `at` stands, -1: nowhere."""
    if pat[at:at + 1] == '!':
        at += 1
    return pat.find(']', at + 1 if pat[at:at + 1] == ']' else at)


def _in_class(text, char):
    negated = text.startswith('!')
    at, found = int(negated), False
    while at < len(text):
        if at + 2 < len(text) and text[at + 1] == '-':
            found = found or text[at] <= char <= text[at + 2]
            at += 3
        else:
            found = found or text[at] == char
            at += 1
    return found != negated


def _tokens(pat):
    """What a pattern asks for, character by character: '*', '?', a class ('[', text) or a character ('=', text)."""
    tokens, at = [], 0
    while at < len(pat):
        char = pat[at]
        at += 1
        if char == '*':
            if not tokens or tokens[-1] != '*':
                tokens.append('*')
        elif char == '?':
            tokens.append('?')
        elif char == '[' and (end := _class_end(pat, at)) >= 0:
            tokens.append(('[', pat[at:end]))
            at = end + 1
        else:
            tokens.append(('=', char))
    return tokens


def _fits(token, char):
    return token == '?' or (token[1] == char if token[0] == '=' else _in_class(token[1], char))


def _match(tokens, name):
    """Greedy, with one place to come back to: the last star."""
    at = token = 0
    star = back = -1
    while at < len(name):
        if token < len(tokens) and tokens[token] == '*':
            star, back = token, at
            token += 1
        elif token < len(tokens) and _fits(tokens[token], name[at]):
            at += 1
            token += 1
        elif star >= 0:
            back += 1
            at, token = back, star + 1
        else:
            return False
    return all(rest == '*' for rest in tokens[token:])


def _text(name):
    return name.decode('latin-1') if isinstance(name, bytes) else name


def _mixed(pat):
    return TypeError('cannot use a string pattern on a bytes-like object' if isinstance(pat, str) else
                     'cannot use a bytes pattern on a string-like object')


def fnmatchcase(name, pat):
    if isinstance(name, bytes) != isinstance(pat, bytes):
        raise _mixed(pat)
    return _match(_tokens(_text(pat)), _text(name))


def fnmatch(name, pat):
    import os
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    return _chosen(names, pat, True)


def filterfalse(names, pat):
    return _chosen(names, pat, False)


def _chosen(names, pat, wanted):
    tokens, kind = _tokens(_text(pat)), isinstance(pat, bytes)
    chosen = []
    for name in names:
        if isinstance(name, bytes) != kind:
            raise _mixed(pat)
        if _match(tokens, _text(name)) == wanted:
            chosen.append(name)
    return chosen


_SPECIAL = set('()[]{}?*+-|^$\\.&~# \t\n\r\v\f')


def _class_text(text):
    """A class as a regular expression has it."""
    negated = text.startswith('!')
    text = text[negated:]
    chunks, at = [], 0
    while at < len(text):
        if at + 2 < len(text) and text[at + 1] == '-':
            if text[at] <= text[at + 2]:
                chunks.append(text[at:at + 3])
            at += 3
        else:
            chunks.append(text[at])
            at += 1
    body = ''.join(chunks).replace('\\', r'\\')
    if not body:
        return '.' if negated else '(?!)'
    for pair in '--', '&&', '~~', '||':
        body = body.replace(pair, '\\' + pair[0] + '\\' + pair[1])
    if not negated and body[0] in '^[':
        body = '\\' + body
    return f'[{"^" * negated}{body}]'


def _token_text(token):
    """A character or class as a regular expression has it."""
    if token == '?':
        return '.'
    return ('\\' + token[1] if token[1] in _SPECIAL else token[1]) if token[0] == '=' else _class_text(token[1])


def translate(pat):
    """The regular expression that says the same."""
    parts = [token if token == '*' else _token_text(token) for token in _tokens(pat)]
    stars = [at for at, part in enumerate(parts) if part == '*']
    out = []
    for at, part in enumerate(parts):
        if part != '*':
            out.append(part)
        elif at == stars[-1]:
            out.append('.*')
        elif at == stars[0] and at == 0 or at == stars[0]:
            out.append('(?>.*?')
            continue
        else:
            out.append('(?>.*?')
    # Each part between two stars is taken at the first place where it fits.
    text, open_group = '', False
    for part in out:
        if part in ('(?>.*?', '.*') and open_group:
            text += ')'
            open_group = False
        text += part
        open_group = open_group or part == '(?>.*?'
    return rf'(?s:{text})\z'
