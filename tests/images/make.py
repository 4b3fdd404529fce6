"""Makes the files that the document image rules are held against: `python3 tests/images/make.py FOLDER [--small]`.

`--small` makes fewer and smaller ones, those that are checked in as `tests/images/small`.

Every card and page is a specimen of UTO, ICAO's state that does not exist. Wants Pillow, numpy, img2pdf, reportlab, fpdf2 and pikepdf
from PyPI, and qpdf, ps2pdf (ghostscript) on the path. Writes the files and `truth.tsv`, one line a file: name, document, and what is
true of it, comma by comma. The same versions write the same files, but for the dates PDFs carry.
"""

import io
import random
import subprocess
import sys
from pathlib import Path

import fpdf
import img2pdf
import numpy as np
import pikepdf
from PIL import Image, ImageDraw, ImageFilter, ImageFont, TiffImagePlugin
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen import canvas

OUT = Path(sys.argv[1])
SMALL = '--small' in sys.argv
CUTS = range(4, 100, 12) if SMALL else range(1, 100)
OUT.mkdir(parents=True, exist_ok=True)
TRUTH = []
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


def text_pdf_reportlab(name, pages, size=A4, compress=1, script=False):
    path = OUT / name
    sheet = canvas.Canvas(str(path), pagesize=size, pageCompression=compress, invariant=1)
    for number in range(pages):
        for row in range(40):
            sheet.drawString(60, size[1] - 60 - 15 * row, f'Utopia Power and Water, page {number + 1}, line {row}: 12.40')
        sheet.showPage()
    sheet.save()


def pdfs():
    size = (240, 339) if SMALL else (1654, 2339)
    bill, grey = page(9, size), page(9, size).convert('L')
    scan = jpeg(bill, 80, dpi=(200, 200))
    a4 = img2pdf.get_layout_fun((img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297)))
    write('img2pdf-scan.pdf', 'UTILITY_BILL', 'pdf,scan,pages1,linearized', img2pdf.convert(scan, layout_fun=a4))
    write('img2pdf-two.pdf', 'UTILITY_BILL', 'pdf,scan,pages2,linearized', img2pdf.convert([scan, scan], layout_fun=a4))
    write('img2pdf-grey.pdf', 'UTILITY_BILL', 'pdf,scan,grey,pages1,linearized', img2pdf.convert(jpeg(grey, 80), layout_fun=a4))
    bits = png(grey.convert('1'))
    write('img2pdf-bit.pdf', 'UTILITY_BILL', 'pdf,scan,grey,pages1,linearized', img2pdf.convert(bits, layout_fun=a4))
    for name, count, size, compress in [('one', 1, A4, 1), ('seven', 7, LETTER, 1), ('plain', 3, A4, 0), ('thirty', 30, A4, 1)]:
        name = f'reportlab-{name}.pdf'
        text_pdf_reportlab(name, count, size, compress)
        TRUTH.append((name, 'BANK_STATEMENT', f'pdf,text,pages{count}'))
    sheet = fpdf.FPDF(format='A4')
    for number in range(4):
        sheet.add_page()
        sheet.set_font('helvetica', size=12)
        sheet.cell(text=f'Utopia bank, page {number}')
        sheet.image(io.BytesIO(jpeg(card(number, (160, 101)) if SMALL else card(number), 80)), x=20, y=60, w=86)
    write('fpdf2-four.pdf', 'BANK_STATEMENT', 'pdf,text,pages4', bytes(sheet.output()))
    (OUT / 'in.ps').write_text('%!PS\n/Helvetica findfont 12 scalefont setfont\n' + '72 700 moveto (Utopia) show showpage\n' * 5)
    subprocess.run(['ps2pdf', OUT / 'in.ps', OUT / 'gs-five.pdf'], check=True)
    subprocess.run(['gs', '-q', '-sDEVICE=pdfwrite', '-o', OUT / 'gs-scan.pdf', OUT / 'img2pdf-two.pdf'], check=True)
    (OUT / 'in.ps').unlink()
    TRUTH.extend([('gs-five.pdf', 'BANK_STATEMENT', 'pdf,text,pages5'), ('gs-scan.pdf', 'UTILITY_BILL', 'pdf,scan,pages2')])
    qpdf = lambda name, source, truth, *options: (
        subprocess.run(['qpdf', *options, OUT / source, OUT / name], check=True),
        TRUTH.append((name, 'BANK_STATEMENT', truth)),
    )
    sources = [('reportlab-seven.pdf', 7), ('gs-five.pdf', 5), ('fpdf2-four.pdf', 4)]
    for source, pages in sources[:2] if SMALL else sources:
        stem = source.split('.')[0]
        truth = f'pdf,text,pages{pages}'
        qpdf(f'{stem}-objstm.pdf', source, truth, '--object-streams=generate')
        qpdf(f'{stem}-linear.pdf', source, truth + ',linearized', '--linearize')
        qpdf(f'{stem}-linear-objstm.pdf', source, truth + ',linearized', '--linearize', '--object-streams=generate')
        for bits in ('40', '128', '256'):
            weak = ['--allow-weak-crypto'] if bits != '256' else []
            no_text = f'pdf,pages{pages}'
            # 256 bits are revision 6, which is not decided.
            no_text += ',undecided' if bits == '256' else ''
            qpdf(f'{stem}-owner{bits}.pdf', source, no_text + ',restricted', *weak, '--encrypt', '', 'secret', bits, '--')
            qpdf(f'{stem}-user{bits}.pdf', source, no_text + ',password', *weak, '--encrypt', 'open', 'secret', bits, '--')
        no_text = f'pdf,pages{pages}'
        for name, password, truth in [('owner', '', 'restricted'), ('user', 'open', 'password')]:
            qpdf(f'{stem}-{name}256r5.pdf', source, f'{no_text},{truth}', '--encrypt', password, 'secret', '256', '--force-R5', '--')
            clear = ['--allow-weak-crypto', '--encrypt', password, 'secret', '128', '--use-aes=y', '--cleartext-metadata', '--']
            qpdf(f'{stem}-{name}128-clear.pdf', source, f'{no_text},{truth}', *clear)
        qpdf(f'{stem}-aes128.pdf', source, no_text + ',restricted', '--allow-weak-crypto', '--encrypt', '', 'secret', '128', '--use-aes=y', '--')
        qpdf(f'{stem}-user-objstm.pdf', source, 'pdf,pages?,undecided,password', '--object-streams=generate', '--encrypt', 'open', 'secret', '256', '--')
    with pikepdf.open(OUT / 'reportlab-one.pdf') as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS='app.alert(1)')
        pdf.save(OUT / 'pikepdf-script.pdf')
        pdf.save(OUT / 'pikepdf-script-objstm.pdf', object_stream_mode=pikepdf.ObjectStreamMode.generate)
    with pikepdf.open(OUT / 'reportlab-one.pdf') as pdf:
        pdf.attachments['a.txt'] = b'carried along'
        pdf.save(OUT / 'pikepdf-attached.pdf')
    TRUTH.extend([('pikepdf-script.pdf', 'BANK_STATEMENT', 'pdf,text,pages1,script'), ('pikepdf-script-objstm.pdf', 'BANK_STATEMENT', 'pdf,text,pages1,script'), ('pikepdf-attached.pdf', 'BANK_STATEMENT', 'pdf,text,pages1,attached')])
    for source in ('img2pdf-two.pdf', 'reportlab-thirty.pdf', 'reportlab-seven-linear-objstm.pdf'):
        data = (OUT / source).read_bytes()
        for percent in CUTS:
            write(f'cut{percent:02}-{source}', 'BANK_STATEMENT', 'truncated', data[: len(data) * percent // 100])


cards()
files()
pages()
pdfs()
(OUT / 'truth.tsv').write_text(''.join('\t'.join(row) + '\n' for row in TRUTH))
print(f'{len(TRUTH)} files in {OUT}')
