"""Messages as text in files."""

__all__ = ['Generator', 'DecodedGenerator', 'BytesGenerator']


class Generator:
    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._file, self._width, self._policy = outfp, maxheaderlen, policy

    def write(self, s):
        self._file.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Print the message object tree to the output file."""
        self.write(msg.as_string(unixfrom, self._width, self._policy))


class BytesGenerator(Generator):
    def flatten(self, msg, unixfrom=False, linesep=None):
        self.write(msg.as_bytes(unixfrom, policy=self._policy))


class DecodedGenerator(Generator):
    def flatten(self, msg, unixfrom=False, linesep=None):
        for part in msg.walk():
            if part.get_content_maintype() == 'text':
                self.write(part.get_payload(decode=True).decode(part.get_content_charset('utf-8')) + '\n')
            elif part.get_content_maintype() != 'multipart':
                self.write(f'[Non-text ({part.get_content_type()}) part of message omitted, filename {part.get_filename()}]\n')
