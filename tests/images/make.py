"""Makes the files that the document image rules are held against: `python3 tests/images/make.py FOLDER [--small]`.

`--small` makes fewer and smaller ones, those that are checked in as `tests/images/small`.

Every card and page is a specimen of UTO, ICAO's state that does not exist. Wants Pillow, numpy, img2pdf, reportlab, fpdf2 and pikepdf
from PyPI, and qpdf, ps2pdf (ghostscript) on the path. Writes the files and `truth.tsv`, one line a file: name, document, and what is
true of it, comma by comma. The same versions write the same files, but for the dates PDFs carry.
"""

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from pdfs import pdfs
from specimens import card, gamma, glare, grey_as_rgb, page, photo
from written import CUTS, OUT, SMALL, TRUTH, exif, jpeg, png, write


def cards():
    for seed in range(1 if SMALL else 12):
        size = (480, 303) if SMALL else [(1400, 883), (2400, 1514), (1100, 694)][seed % 3]
        shot = photo(card(seed, size), seed)
        kind = 'PASSPORT' if seed % 4 == 3 else 'DRIVERS_LICENSE'
        name = f'card{seed:02}'
        write(f'{name}-good.jpg', kind, 'good', jpeg(shot, 92, exif=exif()))
        write(f'{name}-scan.png', kind, 'good', png(card(seed, size), dpi=(300, 300)))
        write(f'{name}-saved.jpg', kind, 'good', jpeg(shot, [60, 75, 85][seed % 3]))
        write(f'{name}-progressive.jpg', kind, 'good', jpeg(shot, 90, progressive=True, dpi=(72, 72)))
        # Blur by what is measured: a picture 1000 pixels wide, which is what a reviewer's screen shows.
        step = -(-max(shot.size) // 1000)
        for sigma in (1, 2, 3, 4):
            soft = shot.filter(ImageFilter.GaussianBlur(sigma * step))
            write(f'{name}-blur{sigma}.jpg', kind, f'blur{sigma}', jpeg(soft, 92))
        motion = np.asarray(shot).astype(float)
        reach = 9 * step
        moved = sum(np.roll(motion, shift, axis=1) for shift in range(-reach, reach + 1)) / (2 * reach + 1)
        write(f'{name}-motion.jpg', kind, 'motion', jpeg(Image.fromarray(moved.astype('uint8')), 92))
        write(f'{name}-dark.jpg', kind, 'dark', jpeg(shot.point(lambda level: level * 0.3), 92))
        write(f'{name}-pale.jpg', kind, 'pale', jpeg(shot.point(lambda level: 165 + level * 0.35), 92))
        write(f'{name}-gamma.jpg', kind, 'good', jpeg(gamma(shot, [0.75, 1.4][seed % 2]), 92))
        for share in (2, 6):
            write(f'{name}-glare{share}.jpg', kind, 'glare', jpeg(glare(shot, share / 100), 92))
        write(f'{name}-grey.jpg', kind, 'grey-rgb', jpeg(grey_as_rgb(shot), 90))
        mixed = grey_as_rgb(photo(card(seed, size), seed, 0.03))
        ImageDraw.Draw(mixed).rectangle([0, 0, mixed.size[0] - 1, int(mixed.size[1] * 0.012)], fill=(150, 90, 40))
        write(f'{name}-copy.jpg', kind, 'grey-rgb', jpeg(mixed, 90))
        write(f'{name}-l.jpg', kind, 'grey', jpeg(shot.convert('L'), 95))
        width, height = shot.size
        write(f'{name}-crop.jpg', kind, 'crop', jpeg(shot.crop((width // 5, height // 5, width, height)), 92))


def files():
    shot = photo(card(40, (150, 95) if SMALL else (1600, 1009)), 40)
    whole = jpeg(shot, 93, exif=exif())
    for percent in CUTS:
        write(f'cut{percent:02}.jpg', 'DRIVERS_LICENSE', 'truncated', whole[: len(whole) * percent // 100])
    scan = png(card(41, (240, 151) if SMALL else (700, 442)))
    for percent in CUTS:
        write(f'cut{percent:02}.png', 'DRIVERS_LICENSE', 'truncated', scan[: len(scan) * percent // 100])
    write('wrong-name.png', 'PASSPORT', 'mismatch', whole)
    write('wrong-name.jpg', 'PASSPORT', 'mismatch', png(card(42, (320, 202)) if SMALL else card(42)))
    write('trailing.jpg', 'PASSPORT', 'trailing', whole + b'hello' * 50)
    write('padded.jpg', 'PASSPORT', 'good', whole + b'\0' * 500)
    write('trailing.png', 'PASSPORT', 'trailing', png(card(42, (320, 202)) if SMALL else card(42)) + b'hello' * 50)
    for turn in (3, 6) if SMALL else range(1, 9):
        write(f'turned{turn}.jpg', 'PASSPORT', 'good', jpeg(shot, 92, exif=exif(orientation=turn)))
    write('where.jpg', 'PASSPORT', 'location', jpeg(shot, 92, exif=exif(position=True)))
    write('where.png', 'PASSPORT', 'location', png(shot, exif=exif(position=True)))
    for quality in (5, 25, 50, 70) if SMALL else range(5, 101, 5):
        write(f'quality{quality:03}.jpg', 'PASSPORT', f'q{quality}', jpeg(shot, quality))
    write('cmyk.jpg', 'PASSPORT', 'cmyk', jpeg(shot.convert('CMYK'), 90))
    write('palette.png', 'PASSPORT', 'palette', png(shot.convert('P', palette=Image.Palette.ADAPTIVE)))
    write('grey.png', 'PASSPORT', 'grey', png(shot.convert('L')))
    write('bit.png', 'PASSPORT', 'grey', png(shot.convert('1')))
    write('grey-alpha.png', 'PASSPORT', 'grey', png(shot.convert('LA')))
    write('alpha.png', 'PASSPORT', 'good', png(shot.convert('RGBA')))
    write('sixteen.png', 'PASSPORT', 'grey', png(Image.fromarray(np.asarray(shot.convert('L')).astype('uint16') * 257)))
    write('small.jpg', 'PASSPORT', 'small', jpeg(shot.resize((400, 252)), 80))
    if not SMALL:
        write('screen.png', 'PASSPORT', 'screenshot', png(photo(card(43, (1000, 630)), 43).resize((1170, 2532))))
        write('huge.jpg', 'PASSPORT', 'large', whole + b'\0' * 11_000_000)
    frames = [card(seed, (160, 101) if SMALL else (600, 378)) for seed in (1, 2)]
    write('moving.png', 'PASSPORT', 'animated', png(frames[0], save_all=True, append_images=frames[1:]))
    for name, kind in [('a.gif', 'GIF'), ('a.webp', 'WEBP'), ('a.tif', 'TIFF'), ('a.bmp', 'BMP'), ('a.jp2', 'JPEG2000'), ('a.avif', 'AVIF')]:
        out = io.BytesIO()
        try:
            shot.resize((64, 40) if SMALL else (320, 200)).save(out, kind)
        except (KeyError, OSError) as error:
            print(f'{name} is left out: {error}')
            continue
        write(name, 'PASSPORT', 'format', out.getvalue())
        write(name.replace('a.', 'b-').replace('.', '') + '.jpg', 'PASSPORT', 'format', out.getvalue())
    write('empty.jpg', 'PASSPORT', 'empty', b'')
    write('page.html.jpg', 'PASSPORT', 'format', b'<!DOCTYPE html><html><body>403 Forbidden</body></html>')
    write('text.jpg', 'PASSPORT', 'unknown', b'nothing that anybody knows ' * 40)


def pages():
    for seed in range(1 if SMALL else 6):
        bill = page(seed, (620, 877) if SMALL else [(2480, 3508), (1654, 2339), (2550, 3300)][seed % 3])
        write(f'bill{seed}-scan.jpg', 'UTILITY_BILL', 'good', jpeg(bill, 80, dpi=(300, 300)))
        write(f'bill{seed}-photo.jpg', 'UTILITY_BILL', 'good', jpeg(photo(bill, seed, 0.05), 85))
        soft = bill.filter(ImageFilter.GaussianBlur(3 * -(-max(bill.size) // 1000)))
        write(f'bill{seed}-blur3.jpg', 'UTILITY_BILL', 'blur3', jpeg(soft, 85))
        write(f'bill{seed}-l.jpg', 'UTILITY_BILL', 'grey', jpeg(bill.convert('L'), 80))


cards()
files()
pages()
pdfs()
(OUT / 'truth.tsv').write_text(''.join('\t'.join(row) + '\n' for row in TRUTH))
print(f'{len(TRUTH)} files in {OUT}')
