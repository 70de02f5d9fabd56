/** The texts of the transport and the timeline in English. */
export const transportEn = {
  'transport.title': 'Time',
  'transport.speed': 'Speed',
  'transport.time': 'Elapsed time',
  'transport.clock': "The cluster's own clock",
  'timeline.title': 'Timeline',
  'timeline.hint': 'Click or drag to go to an instant. Ctrl + ← → goes from mark to mark.',
  'timeline.value': '{now} of {latest}',
  'timeline.created': '{name} created',
  'timeline.deleted': '{name} deleted',
} as const;
