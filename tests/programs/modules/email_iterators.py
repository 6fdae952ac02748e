# The parts of a message, one after another: all, their lines of text, those of a type, and the tree of them.
import io
from email.iterators import _structure, body_line_iterator, typed_subpart_iterator
from email.message import EmailMessage

message = EmailMessage()
message["Subject"] = "Plans"
message.set_content("first line\nsecond line\n")
message.add_alternative("<p>first line</p>\n", subtype="html")
message.add_attachment(b"data", maintype="application", subtype="octet-stream", filename="a.bin")
_structure(message)
_structure(message, include_default=True)
out = io.StringIO()
_structure(message.get_payload()[0], out, 2)
print(repr(out.getvalue()))
print(list(body_line_iterator(message)))
print([part.get_content_type() for part in message.walk()])
print([part.get_content_type() for part in typed_subpart_iterator(message)])
print([part.get_content() for part in typed_subpart_iterator(message, "text", "html")])
