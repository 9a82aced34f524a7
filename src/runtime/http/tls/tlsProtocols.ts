/** `ssl.PROTOCOL_…`: the highest version that both sides have, or just one. */
export const PROTOCOL_SSLv23 = 2;
export const PROTOCOL_TLSv1 = 3;
export const PROTOCOL_TLSv1_1 = 4;
export const PROTOCOL_TLSv1_2 = 5;
