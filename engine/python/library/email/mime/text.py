"""Class representing text/* type MIME documents."""
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEText']


class MIMEText(MIMENonMultipart):
    def __init__(self, _text, _subtype='plain', _charset=None, *, policy=None):
        charset = str(_charset or ('us-ascii' if _text.isascii() else 'utf-8'))
        super().__init__('text', _subtype, policy=policy, charset=charset)
        self.set_payload(_text, charset)
