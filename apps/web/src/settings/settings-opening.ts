/** What can be open in the settings by the address alone. */
export const settingsOpenings = ['organisation', 'site', 'people', 'test', 'rules'] as const;
export type SettingsOpening = (typeof settingsOpenings)[number];
