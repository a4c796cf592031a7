import { kilometresBetween } from './points';

describe('distance', () => {
  it('from Trafalgar Square to Edinburgh Castle is about 534 km', () => {
    const london = { latitude: 51.508, longitude: -0.1281 };
    const edinburgh = { latitude: 55.9486, longitude: -3.1999 };
    expect(kilometresBetween(london, edinburgh)).toBeCloseTo(534, -1);
  });

  it('is nothing between a point and itself', () => {
    expect(kilometresBetween({ latitude: 51.5, longitude: 0 }, { latitude: 51.5, longitude: 0 })).toBe(0);
  });
});
