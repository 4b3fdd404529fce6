// Everything as it comes.
export default { clearScreen: false, build: { outDir: 'out/vite', emptyOutDir: true }, cacheDir: 'out/vite-cache' };
