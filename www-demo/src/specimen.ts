// A document that nobody owns, drawn on the spot: a sheet of type on a card, as a phone would take it, sharp or out of focus.

/** A picture of a specimen as a JPEG. */
export async function specimen(type: string, side: string, blurred: boolean): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = 1600;
  canvas.height = 1080;
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('no canvas');
  context.filter = blurred ? 'blur(9px)' : 'none';
  context.fillStyle = '#4c5d63';
  context.fillRect(0, 0, 1600, 1080);
  context.fillStyle = '#dfe9e4';
  context.beginPath();
  context.roundRect(110, 90, 1380, 900, 40);
  context.fill();
  context.fillStyle = '#2f5d73';
  context.fillRect(110, 190, 1380, 96);
  context.fillStyle = '#ffffff';
  context.font = '600 56px sans-serif';
  context.fillText(`SPECIMEN · ${type.replaceAll('_', ' ')} · ${side.toUpperCase()}`, 170, 258, 1260);
  context.fillStyle = '#b4775a';
  context.fillRect(180, 350, 320, 410);
  context.fillStyle = '#1d2730';
  context.font = '34px monospace';
  for (let row = 0; row < 9; row += 1)
    context.fillText(`ERIKSSON ANNA MARIA  ${row}${row}7408 UTO`, 560, 390 + row * 46);
  context.font = '40px monospace';
  context.fillText('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<', 170, 850, 1260);
  context.fillText('L898902C36UTO7408122F1204159ZE184226B<<<<<10', 170, 910, 1260);
  // Grain, without which no camera takes a picture; the same each time.
  context.filter = 'none';
  const pixels = context.getImageData(0, 0, 1600, 1080);
  let seed = 7;
  for (let at = 0; at < pixels.data.length; at += 4) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const grain = (seed >> 16) % 13;
    for (let channel = 0; channel < 3; channel += 1)
      pixels.data[at + channel] = (pixels.data[at + channel] ?? 0) + grain - 6;
  }
  context.putImageData(pixels, 0, 0);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob === null ? fail(new TypeError('no picture')) : done(blob)), 'image/jpeg', 0.92);
  });
}
