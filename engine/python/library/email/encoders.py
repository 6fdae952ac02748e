"""Encoding of payloads for transport."""
import base64

__all__ = ['encode_7or8bit', 'encode_base64', 'encode_noop', 'encode_quopri']


def encode_base64(msg):
    """Encode the message's payload in Base64."""
    data = msg.get_payload(decode=True)
    msg.set_payload(base64.encodebytes(data).decode('ascii'))
    msg['Content-Transfer-Encoding'] = 'base64'


def encode_quopri(msg):
    """Encode the message's payload in quoted-printable."""
    import binascii
    msg.set_payload(binascii.b2a_qp(msg.get_payload(decode=True), quotetabs=True).replace(b' ', b'=20').decode('ascii'))
    msg['Content-Transfer-Encoding'] = 'quoted-printable'


def encode_7or8bit(msg):
    """Set the Content-Transfer-Encoding header to 7bit or 8bit."""
    data = msg.get_payload(decode=True)
    msg['Content-Transfer-Encoding'] = '7bit' if data is None or data.isascii() else '8bit'


def encode_noop(msg):
    """Do nothing."""
