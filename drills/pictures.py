"""The admin's form for a picture, filled in."""

import secrets
from io import BytesIO

from PIL import Image

EDGE = "healthsite-drill-edge"


def picture_form(token):
    """Give (body as bytes, content type as str) of a form with a picture; `token`: CSRF's (str)."""
    file = BytesIO()
    Image.frombytes("RGB", (80, 60), secrets.token_bytes(80 * 60 * 3)).save(file, "PNG")
    parts = {"csrfmiddlewaretoken": token, "title": f"Drill {secrets.token_hex(4)}", "collection": "1"}
    lines = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in parts.items()
    ]
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="drill.png"\r\n'
    lines += [
        f"{head}Content-Type: image/png\r\n\r\n".encode(),
        file.getvalue(),
        f"\r\n--{EDGE}--\r\n".encode(),
    ]
    return b"".join(lines), f"multipart/form-data; boundary={EDGE}"
