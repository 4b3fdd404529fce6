"""The PDFs: of the programs that people's documents come from, packed, locked and cut as people send them."""

import io
import subprocess

import fpdf
import img2pdf
import pikepdf
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen import canvas

from specimens import card, page
from written import CUTS, OUT, SMALL, TRUTH, jpeg, png, write


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
