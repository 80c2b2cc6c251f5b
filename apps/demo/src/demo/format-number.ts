// Groups the numbers of the simulator for reading.
export const formatNumber = (msisdn: string) => msisdn.replace(/^(\d{3})(\d{4})/, '$1 $2 ')
