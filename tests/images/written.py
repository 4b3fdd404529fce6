"""Where the files go, and in which form: the folder, the encoders, and the list of what is true of each."""

import io
import sys
from pathlib import Path

from PIL import Image, TiffImagePlugin

OUT = Path(sys.argv[1])
SMALL = '--small' in sys.argv
CUTS = range(4, 100, 12) if SMALL else range(1, 100)
OUT.mkdir(parents=True, exist_ok=True)
TRUTH = []


def exif(make=True, orientation=None, position=False):
    data = Image.Exif()
    if make:
        data[0x010F] = 'Utopia Optics'
    if orientation:
        data[0x0112] = orientation
    if position:
        rational = TiffImagePlugin.IFDRational
        data[0x8825] = {1: 'N', 2: (rational(47), rational(22), rational(0)), 3: 'E', 4: (rational(8), rational(32), rational(0))}
    return data


def jpeg(image, quality=92, **more):
    quality = min(quality, 70) if SMALL else quality
    out = io.BytesIO()
    image.save(out, 'JPEG', quality=quality, **more)
    return out.getvalue()


def png(image, **more):
    out = io.BytesIO()
    image.save(out, 'PNG', **more)
    return out.getvalue()


def write(name, document, truth, data):
    (OUT / name).write_bytes(data)
    TRUTH.append((name, document, truth))
