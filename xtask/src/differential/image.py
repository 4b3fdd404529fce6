"""Holds reports of `kyc image --json` against exiftool, pdfinfo, pdfimages, Pillow and scikit-image.

`python image.py FOLDER REPORTS SET`: the folder of files, the reports a line each, which differences are known (`files` or `photos`).
Prints a line for each kind of difference with its count and the first file: what only we say, what only the other says, and what both
say differently. Exits 1 if one is left that is not known and argued, or if a known one is gone.
"""

import collections
import json
import re
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
from PIL import Image
from skimage.measure import blur_effect

warnings.simplefilter('ignore')
FOLDER = Path(sys.argv[1])
CHUNK = 'three PNGs carry EXIF as a text chunk of ImageMagick (`Raw profile type exif`), which is not read here'
KNOWN = {
    'files': {
        'pdfinfo scripts, only here': 'pdfinfo does not look at the action that a file starts with; we do',
    },
    'photos': {f'{tool}, only there': CHUNK for tool in ('exiftool camera', 'exiftool orientation', 'Pillow orientation')},
}[sys.argv[3]]
COUNTS = collections.Counter()
DIFFERENCES = collections.defaultdict(list)


def same(tool, what, name, ours, theirs, by=0):
    COUNTS[tool] += 1
    equal = ours == theirs or (by and None not in (ours, theirs) and abs(ours - theirs) <= by)
    if not equal:
        nothing = (None, False)
        side = ', only here' if theirs in nothing else ', only there' if ours in nothing else ', differently'
        DIFFERENCES[f'{tool} {what}{side}'].append((name, ours, theirs))


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, errors='replace')


def exiftool(reports):
    names = [name for name, report in reports.items() if is_whole_picture(report)]
    said = run('exiftool', '-j', '-n', '-q', '-JPEGQualityEstimate', '-all', *(FOLDER / name for name in names))
    for row in json.loads(said.stdout):
        name = Path(row['SourceFile']).name
        facts = reports[name]['facts']
        same('exiftool', 'mediaType', name, facts['mediaType'], row['MIMEType'].replace('apng', 'png'))
        same('exiftool', 'width', name, facts['width'], row['ImageWidth'])
        same('exiftool', 'height', name, facts['height'], row['ImageHeight'])
        same('exiftool', 'orientation', name, facts.get('orientation'), row.get('Orientation'))
        same('exiftool', 'location', name, facts['location'], 'GPSLatitude' in row)
        same('exiftool', 'camera', name, facts['camera'], bool(row.get('Make')))
        if facts['format'] == 'JPG':
            same('exiftool', 'components', name, facts['components'], row['ColorComponents'])
            same('exiftool', 'bitDepth', name, facts['bitDepth'], row['BitsPerSample'])
            same('exiftool', 'progressive', name, facts['progressive'], row['EncodingProcess'] == 2)
            if isinstance(row.get('JPEGQualityEstimate'), int):
                same('exiftool', 'jpegQuality', name, facts['jpegQuality'], row['JPEGQualityEstimate'], by=2)
            if row.get('ResolutionUnit') == 2:
                same('exiftool', 'claimedDpiX', name, facts.get('claimedDpiX'), row.get('XResolution'))
        else:
            same('exiftool', 'bitDepth', name, facts['bitDepth'], row['BitDepth'])
            same('exiftool', 'animated', name, facts['animated'], row.get('AnimationFrames', 1) > 1)
            if row.get('PixelUnits') == 1:
                same('exiftool', 'claimedDpiX', name, facts['claimedDpiX'], round(row['PixelsPerUnitX'] * 0.0254))


def is_whole_picture(report):
    facts = report['facts']
    return facts.get('format') in ('JPG', 'PNG') and facts['end'] in ('complete', 'trailing')


def pillow(reports):
    components = {'1': 1, 'L': 1, 'I;16': 1, 'I': 1, 'P': 1, 'LA': 2, 'RGB': 3, 'RGBA': 4, 'CMYK': 4}
    for name, report in reports.items():
        if not is_whole_picture(report):
            continue
        facts = report['facts']
        with Image.open(FOLDER / name) as image:
            same('Pillow', 'size', name, (facts['width'], facts['height']), image.size)
            same('Pillow', 'format', name, facts['format'], {'JPEG': 'JPG', 'MPO': 'JPG'}.get(image.format, image.format))
            same('Pillow', 'components', name, facts['components'], components[image.mode])
            same('Pillow', 'orientation', name, facts.get('orientation'), image.getexif().get(0x0112))
            blur(name, report, image)


def blur(name, report, image):
    """The measure on the same small grey picture: Pillow decodes, whole-number means make it small, as `frame.rs` does."""
    ours = report.get('quality', {}).get('blur')
    if ours is None or image.mode not in ('RGB', 'L', '1', 'P'):
        return
    pixels = np.asarray(image.convert('RGB')).astype(np.uint32)
    step = -(-max(image.size) // 1000)
    height, width = (side // step for side in pixels.shape[:2])
    blocks = pixels[: height * step, : width * step].reshape(height, step, width, step, 3).sum((1, 3))
    small = (blocks + step * step // 2) // (step * step)
    small = small.astype(np.int64)
    grey = ((small @ np.array([13926, 46884, 4726])) + 32768) >> 16
    WORST.append((abs(blur_effect(grey / 255) - ours / 10000), name))


WORST = []


def pdf(reports):
    for name, report in reports.items():
        facts = report['facts']
        if facts.get('format') != 'PDF' or facts['end'] not in ('complete', 'trailing'):
            continue
        ours = facts['pdf']
        said = run('pdfinfo', FOLDER / name)
        if 'Incorrect password' in said.stderr:
            same('pdfinfo', 'password', name, ours.get('encryption') in ('password', 'unknown'), True)
            continue
        theirs = dict(re.findall(r'^([\w ]+?):\s+(.*)$', said.stdout, re.M))
        same('pdfinfo', 'pages', name, ours.get('pages'), int(theirs['Pages']))
        same('pdfinfo', 'version', name, ours['version'], theirs['PDF version'])
        same('pdfinfo', 'encrypted', name, 'encryption' in ours, theirs['Encrypted'].startswith('yes'))
        same('pdfinfo', 'linearized', name, ours['linearized'], theirs['Optimized'] == 'yes')
        same('pdfinfo', 'scripts', name, ours['scripts'], theirs['JavaScript'] == 'yes')
        width, height = map(float, re.findall(r'[\d.]+', theirs['Page size'])[:2])
        if ours['pageFacts']:
            page = ours['pageFacts'][0]
            same('pdfinfo', 'page width', name, page['width'] / 100, width, by=0.01)
            same('pdfinfo', 'page height', name, page['height'] / 100, height, by=0.01)
        images = collections.defaultdict(list)
        for line in run('pdfimages', '-list', FOLDER / name).stdout.splitlines()[2:]:
            cells = line.split()
            if cells[2] == 'image' or cells[2] == 'stencil':
                images[int(cells[0])].append(min(int(cells[12]), int(cells[13])))
        for number, page in enumerate(ours['pageFacts'], 1):
            if page['kind'] == 'unknown':
                continue
            same('pdfimages', 'pictures', name, page['pictures'], len(images[number]))
            if 'dpi' in page:
                same('pdfimages', 'dpi', name, page['dpi'], images[number][0] if images[number] else None, by=1)


def main():
    reports = {}
    for line in Path(sys.argv[2]).read_text().splitlines():
        report = json.loads(line)
        reports[Path(report['file']).name] = report
    for compare in (exiftool, pillow, pdf):
        compare(reports)
    for tool, count in COUNTS.items():
        print(f'{tool}: {count} comparisons')
    worst, name = max(WORST)
    print(f'scikit-image blur_effect: {len(WORST)} pictures, at most {worst:.4f} apart ({name})')
    is_bad = worst > 0.005
    for what, rows in sorted(DIFFERENCES.items()):
        name, ours, theirs = rows[0]
        known = KNOWN.get(what)
        is_bad |= known is None
        print(f'{"known" if known else "NEW"}: {what}: {len(rows)}, first {name}: {ours} here, {theirs} there{" (" + known + ")" if known else ""}')
    for what in KNOWN.keys() - DIFFERENCES.keys():
        is_bad = True
        print(f'GONE: {what}: known, and not met any more')
    if sys.argv[3] == 'photos':
        said = collections.Counter(issue['code'] for report in reports.values() for issue in report['issues'])
        print(f'of {len(reports)} photos, none of a document, was said:', ', '.join(f'{code} {count}' for code, count in said.most_common()))
    sys.exit(1 if is_bad else 0)


main()
