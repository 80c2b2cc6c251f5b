// Numbers of the simulator, grouped for reading.
export const formatted = (msisdn: string) => msisdn.replace(/^(\d{3})(\d{4})/, '$1 $2 ')
