export declare const forbidden: { name: string }[];
