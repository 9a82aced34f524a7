/** The formats of `--report`, in the order that messages list them. */
export const reportFormats = ["text", "json", "patch"] as const;
export type ReportFormat = (typeof reportFormats)[number];
