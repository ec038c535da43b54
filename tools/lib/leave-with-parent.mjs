// Loaded into the server by `npm start`: when the process that watches over it is gone, however it went, the server finishes its requests and
// ends too, rather than holding the port against the next start.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
