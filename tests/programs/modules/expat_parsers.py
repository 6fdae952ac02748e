from xml.parsers import expat
def run(text, sep=None, **kw):
    p = expat.ParserCreate(namespace_separator=sep)
    for k, v in kw.items(): setattr(p, k, v)
    for n in ('StartElementHandler', 'EndElementHandler', 'CharacterDataHandler', 'CommentHandler', 'ProcessingInstructionHandler', 'StartCdataSectionHandler', 'EndCdataSectionHandler', 'XmlDeclHandler', 'StartDoctypeDeclHandler', 'EndDoctypeDeclHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler'):
        setattr(p, n, lambda *a, n=n: print('  ', n, a))
    try:
        print(p.Parse(text, True))
    except expat.ExpatError as e:
        print(type(e), e, e.code, e.lineno, e.offset, expat.ErrorString(e.code))
run('<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "x.dtd"><a b="1" c="&lt;">one\ntwo<!-- c --><?pi d?><![CDATA[ z ]]><e/></a>')
run('<a xmlns="u" xmlns:p="v" p:k="1"><p:b/></a>')
run('<a xmlns="u" xmlns:p="v" p:k="1"><p:b/>x</a>', ' ', ordered_attributes=True, buffer_text=True)
run('<a><b></a>'); run('<a>&x;</a>'); run(b'<a/>'); run('')
print(expat.error is expat.ExpatError, expat.ExpatError.__module__)
