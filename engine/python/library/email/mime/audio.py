"""Class representing audio/* type MIME documents."""
from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEAudio']


class MIMEAudio(MIMENonMultipart):
    def __init__(self, _data, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        if not _subtype:
            _subtype = self._guess(_data)
        super().__init__('audio', _subtype, policy=policy, **_params)
        self.set_payload(_data)
        _encoder(self)

    def _guess(self, data):
        for start, kind in ((b'RIFF', 'x-wav'), (b'.snd', 'basic'), (b'FORM', 'x-aiff')):
            if data.startswith(start):
                return kind
        raise TypeError('Could not find audio MIME subtype')
