/** What a learner is told when a program imports a library that is not there. */
import { TEXT } from './text';

/** Libraries that `import loopscope.net` has a stand-in for. */
const STAND_INS = new Set(['aiohttp', 'httpx', 'requests']);
/** Libraries that speak with machines elsewhere. */
const NETWORKED = new Set(
  `aiobotocore aiodns aiokafka aiomysql aio_pika aiopg aiopgsql aioredis aiosmtplib asyncpg asyncssh boto3 celery confluent_kafka django
  fastapi flask grpc hypercorn kafka litestar motor mysql nats openai paramiko pika psycopg psycopg2 pymongo pymysql quart redis sanic
  selenium slack_sdk starlette telegram tornado urllib3 uvicorn websocket websockets zmq`.split(/\s+/),
);

/** Words for the last line of a traceback; empty when it tells of no missing library. */
export function missingLibraryWords(summary: string): string {
  const name = /^ModuleNotFoundError: No module named '([\w.]+)'/.exec(summary)?.[1]?.split('.')[0];
  if (name === undefined) return '';
  if (STAND_INS.has(name)) return TEXT.output.standIn(name);
  if (name === 'aiofiles') return TEXT.output.noFiles(name);
  return NETWORKED.has(name) ? TEXT.output.noNetwork(name) : TEXT.output.noLibrary(name);
}
