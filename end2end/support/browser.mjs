// The browser in which everything is looked at: Debian's, or what E2E_CHROMIUM names.

export const BROWSER = {
  executablePath: process.env.E2E_CHROMIUM ?? '/usr/bin/chromium',
  // The sandbox needs rights that a container's root has not; the rest keeps the browser quiet and to itself.
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
