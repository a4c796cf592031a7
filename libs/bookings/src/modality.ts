/** How an appointment is interpreted. */
export type Modality = 'in-person' | 'video' | 'phone';
