// Runs before the first paint, so that a chosen theme never flashes. Everything else is in src/browser.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed: the device decides.
}
