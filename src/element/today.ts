/** The day on the clock of this device, where it stands, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return [String(now.getFullYear()).padStart(4, '0'), ...[now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0'))].join('-');
}
