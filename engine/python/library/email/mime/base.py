"""Base class for MIME specializations."""
from email import message

__all__ = ['MIMEBase']


class MIMEBase(message.Message):
    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        super().__init__(policy=policy) if policy is not None else super().__init__()
        self.add_header('Content-Type', f'{_maintype}/{_subtype}', **_params)
        self['MIME-Version'] = '1.0'
