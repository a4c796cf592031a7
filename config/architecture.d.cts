interface ArchitectureMap {
  libs: Record<string, string[]>;
  apps: Record<string, { libs: string[]; config: boolean }>;
  packagesOf: Record<string, string[]>;
  httpPackages: string[];
}
declare const map: ArchitectureMap;
export = map;
