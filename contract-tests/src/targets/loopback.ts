// Tells the names of this machine from all others.

/** @param host as URLs have it, an IPv6 address in brackets */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.[0-9]+){3}|\[::1\])$/.test(host);
