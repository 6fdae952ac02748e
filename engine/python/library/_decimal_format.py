"""format(Decimal, spec)."""


def _spec(text):
    """The parts of a format specification, or ValueError."""
    parts = {'fill': ' ', 'align': '', 'sign': '-', 'z': False, 'alternate': False, 'width': 0, 'separator': '', 'precision': None, 'type': ''}
    at = 0
    if len(text) > 1 and text[1] in '<>=^':
        parts['fill'], parts['align'], at = text[0], text[1], 2
    elif text[:1] and text[0] in '<>=^':
        parts['align'], at = text[0], 1
    if text[at:at + 1] and text[at] in '+- ':
        parts['sign'], at = text[at], at + 1
    if text[at:at + 1] == 'z':
        parts['z'], at = True, at + 1
    if text[at:at + 1] == '#':
        parts['alternate'], at = True, at + 1
    if text[at:at + 1] == '0' and not parts['align']:
        parts['fill'], parts['align'], at = '0', '=', at + 1
    at, width = _number(text, at)
    parts['width'] = width or 0
    if text[at:at + 1] and text[at] in ',_':
        parts['separator'], at = text[at], at + 1
    if text[at:at + 1] == '.':
        at, parts['precision'] = _number(text, at + 1)
        if parts['precision'] is None:
            raise ValueError('invalid format string')
    if text[at:at + 1] and text[at] in 'eEfFgGn%':
        parts['type'], at = text[at], at + 1
    if at < len(text):
        raise ValueError('invalid format string')
    return parts


def _number(text, at):
    start = at
    while text[at:at + 1].isdecimal():
        at += 1
    return at, int(text[start:at]) if at > start else None


def _group(digits, separator, minimum):
    """Thousands apart; padded with zeros to a width."""
    if not separator:
        return digits.rjust(minimum, '0')
    groups = []
    while len(digits) > 3:
        groups.append(digits[-3:])
        digits = digits[:-3]
    groups.append(digits)
    text = separator.join(reversed(groups))
    while len(text) < minimum:
        first = text.partition(separator)[0]
        text = ('0' if len(first) < 3 else '0' + separator) + text
    return text


def _pad(sign, body, parts):
    align = parts['align'] or '>'
    room = parts['width'] - len(sign) - len(body)
    if room <= 0:
        return sign + body
    fill = parts['fill']
    if align == '<':
        return sign + body + fill * room
    if align == '=':
        return sign + fill * room + body
    if align == '^':
        return fill * (room // 2) + sign + body + fill * (room - room // 2)
    return fill * room + sign + body


def _rounded(value, kind, precision, context):
    from decimal import _digits, _make
    n, exp, rounding = value._int, value._exp, context.rounding
    if kind in 'eE' and precision is not None:
        exp_wanted = value.adjusted() - precision if n else exp
    elif kind in 'fF%' and precision is not None:
        exp_wanted = -precision
    elif kind in 'gG' and precision is not None:
        exp_wanted = value.adjusted() - (precision or 1) + 1
        if exp >= exp_wanted:
            return value
    else:
        return value
    if not n and kind in 'eE':
        return value
    made, _ = value._rescaled(exp_wanted, rounding)
    if kind in 'eEgG' and made and _digits(made) > (precision + 1 if kind in 'eE' else precision or 1):
        made //= 10
        exp_wanted += 1
    return _make(value._sign, made, exp_wanted)


def format_decimal(value, spec, context):
    if not isinstance(spec, str):
        raise TypeError('format arg must be str')
    parts = _spec(spec)
    kind, precision = parts['type'], parts['precision']
    sign = '-' if value._sign else '' if parts['sign'] == '-' else parts['sign']
    if value._special:
        body = str(value.copy_abs()) + ('%' if kind == '%' else '')
        if parts['fill'] == '0' and parts['align'] == '=':
            parts['fill'], parts['align'] = ' ', '>'
        return _pad(sign, body, parts)
    if not kind:
        kind = 'g' if context.capitals == 0 else 'G'
    if kind == 'n':
        kind = 'g'
    if kind == '%':
        from decimal import _make
        value = _make(value._sign, value._int, value._exp + 2)
    value = _rounded(value, kind, precision, context)
    if parts['z'] and not value._int and value._sign:
        sign = '' if parts['sign'] == '-' else parts['sign']
    text = str(value._int)
    left = value._exp + len(text)
    if kind in 'eE':
        place = 1 - precision if not value._int and precision is not None else 1
    elif kind in 'fF%':
        place = left
        if value._exp > 0 and value._int:
            text += '0' * value._exp
        elif value._exp > 0:
            place = left = 1
    elif value._exp <= 0 and left > -6:
        place = left
    else:
        place = 1
    if place < 0:
        whole, fraction = '0', '0' * -place + text
    elif place > len(text):
        whole, fraction = text + '0' * (place - len(text)), ''
    else:
        whole, fraction = text[:place] or '0', text[place:]
    exponent = left - place
    tail = f'.{fraction}' if fraction or parts['alternate'] else ''
    if exponent or kind in 'eE':
        tail += f'{"E" if kind in "EG" else "e"}{exponent:+d}'
    if kind == '%':
        tail += '%'
    minimum = parts['width'] - len(sign) - len(tail) if parts['fill'] == '0' and parts['align'] == '=' else 0
    return _pad(sign, _group(whole, parts['separator'], minimum) + tail, parts)
