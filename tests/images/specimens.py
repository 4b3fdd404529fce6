"""What is drawn: cards and pages of UTO, pictures taken of them, and what light does to those. The same seeds draw the same."""

import random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

RNG = random.Random(7)
NOISE = np.random.default_rng(7)


def font(size, mono=False):
    names = ['DejaVuSansMono.ttf', 'LiberationMono-Regular.ttf'] if mono else ['DejaVuSans.ttf', 'LiberationSans-Regular.ttf']
    for name in names:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def card(seed, size=(1011, 638)):
    """A card: guilloche, portrait, fields, a flag, an MRZ."""
    rng = random.Random(seed)
    width, height = size
    base = tuple(rng.randint(175, 235) for _ in range(3))
    image = Image.new('RGB', size, base)
    draw = ImageDraw.Draw(image)
    for line in range(0, height, max(6, height // 70)):
        tint = tuple(max(0, c - rng.randint(14, 50)) for c in base)
        points = [(x, line + 9 * np.sin(x / (17 + seed % 7) + line / 9)) for x in range(0, width, 6)]
        draw.line(points, fill=tint, width=1)
    draw.rectangle([0, 0, width, height // 8], fill=tuple(rng.randint(20, 140) for _ in range(3)))
    draw.text((width // 30, height // 40), 'UTOPIA  SPECIMEN', font=font(height // 14), fill='white')
    x, y, w, h = width // 20, height // 5, width // 4, height // 2
    draw.rectangle([x, y, x + w, y + h], fill=(205, 213, 220))
    skin = (rng.randint(120, 225), rng.randint(95, 175), rng.randint(80, 150))
    draw.ellipse([x + w // 4, y + h // 8, x + 3 * w // 4, y + 5 * h // 8], fill=skin)
    draw.ellipse([x + 2 * w // 5 - 8, y + h // 3 - 6, x + 2 * w // 5 + 4, y + h // 3 + 6], fill=(30, 30, 40))
    draw.ellipse([x + 3 * w // 5 - 8, y + h // 3 - 6, x + 3 * w // 5 + 4, y + h // 3 + 6], fill=(30, 30, 40))
    draw.rectangle([x + w // 8, y + 5 * h // 8, x + 7 * w // 8, y + h], fill=(40, 60, 110))
    fields = ['Surname / Nom', 'ERIKSSON', 'Given names / Prénoms', 'ANNA MARIA', 'Nationality  UTO', '12.08.1974', 'No. L898902C3']
    for row, text in enumerate(fields):
        draw.text((width // 3, height // 5 + row * height // 13), text, font=font(height // (26 if row % 2 == 0 else 19)), fill=(20, 20, 30))
    mrz = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'][:2]
    for row, text in enumerate(mrz):
        draw.text((width // 20, height * (80 + 9 * row) // 100), text, font=font(height // 17, mono=True), fill=(10, 10, 10))
    return image


def page(seed, size=(2480, 3508), coloured=True):
    """A bill."""
    rng = random.Random(seed)
    width, height = size
    image = Image.new('RGB', size, (253, 253, 251))
    draw = ImageDraw.Draw(image)
    if coloured:
        draw.rectangle([width // 12, height // 25, width // 3, height // 12], fill=(rng.randint(0, 90), 90, 170))
        draw.rectangle([width // 12, height // 2, 11 * width // 12, height // 2 + height // 30], fill=(230, 240, 200))
    draw.text((width // 12, height // 9), 'Utopia Power and Water', font=font(height // 50), fill=(0, 0, 0))
    words = 'account meter reading charge balance period street Anna Eriksson Zenith amount due paid water power'.split()
    for row in range(42):
        text = ' '.join(rng.choice(words) for _ in range(9)) + f' {rng.randint(1, 9999) / 100:.2f}'
        draw.text((width // 12, height // 6 + row * height // 58), text, font=font(height // 110), fill=(25, 25, 25))
    return image


def photo(document, seed, margin=0.08, table=None):
    """A picture of it: on a table, a little turned, with a camera's noise and uneven light."""
    rng = random.Random(seed)
    width, height = document.size
    pad = int(max(width, height) * margin)
    table = table or tuple(rng.randint(25, 150) for _ in range(3))
    frame = Image.new('RGB', (width + 2 * pad, height + 2 * pad), table)
    grain = NOISE.normal(0, 9, (frame.size[1] // 4 + 1, frame.size[0] // 4 + 1, 1)).repeat(4, 0).repeat(4, 1)[: frame.size[1], : frame.size[0]]
    frame = Image.fromarray(np.clip(np.asarray(frame) + grain, 0, 255).astype('uint8'))
    turned = document.convert('RGBA').rotate(rng.uniform(-3, 3), Image.Resampling.BICUBIC, expand=True)
    frame.paste(turned, ((frame.size[0] - turned.size[0]) // 2, (frame.size[1] - turned.size[1]) // 2), turned)
    ramp = np.linspace(rng.uniform(0.88, 1.0), rng.uniform(0.88, 1.0), frame.size[0])[None, :, None]
    lit = np.asarray(frame).astype(float) * ramp + NOISE.normal(0, 2.5, (frame.size[1], frame.size[0], 3))
    return Image.fromarray(np.clip(lit, 0, 255).astype('uint8'))


def glare(image, share):
    """A lamp's reflection: an ellipse over `share` of the picture, burnt in the middle, soft at the edge."""
    width, height = image.size
    radius = (share * width * height / 3.14159) ** 0.5
    ys, xs = np.mgrid[0:height, 0:width]
    distance = (((xs - width * RNG.uniform(0.35, 0.65)) / 1.3) ** 2 + ((ys - height * RNG.uniform(0.35, 0.65)) * 1.3) ** 2) ** 0.5
    light = np.clip((1.7 - distance / radius) / 0.7, 0, 1)[..., None]
    return Image.fromarray(np.clip(np.asarray(image) * (1 - light) + 262 * light, 0, 255).astype('uint8'))


def gamma(image, by):
    return image.point([round(255 * (level / 255) ** by) for level in range(256)] * 3)


def grey_as_rgb(image):
    return image.convert('L').convert('RGB')
