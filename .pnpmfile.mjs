// The packages that carry Node write `os: "linux"` where npm's format wants `os: ["linux"]`; without
// the list pnpm installs the binaries of every platform. The Linux ones need glibc and do not say so.
const list = (value) => (typeof value === "string" ? [value] : value);

export const hooks = {
  readPackage(pkg) {
    if (!/^node-(bin-)?(linux|darwin)-/u.test(pkg.name)) return pkg;
    const libc = pkg.name.startsWith("node-linux-") ? { libc: ["glibc"] } : {};
    return { ...pkg, os: list(pkg.os), cpu: list(pkg.cpu), ...libc };
  },
};
