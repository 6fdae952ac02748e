"""Class representing image/* type MIME documents."""
from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEImage']


class MIMEImage(MIMENonMultipart):
    def __init__(self, _data, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        if not _subtype:
            _subtype = self._guess(_data)
        super().__init__('image', _subtype, policy=policy, **_params)
        self.set_payload(_data)
        _encoder(self)

    def _guess(self, data):
        for start, kind in ((b'\x89PNG\r\n\x1a\n', 'png'), (b'GIF8', 'gif'), (b'\xff\xd8\xff', 'jpeg'), (b'BM', 'bmp'), (b'RIFF', 'webp')):
            if data.startswith(start):
                return kind
        raise TypeError('Could not guess image MIME subtype')
