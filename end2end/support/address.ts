/** The variable in which a project's workers find the address of their server. */
export const addressOf = (project: string) => `E2E_ADDRESS_${project.toUpperCase()}`;
