import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../node/files.ts';
import { type ParallelScanTask, scanForOthers } from '../node/scanForOthers.ts';
import { createByteFilter } from '../scan/byteFilter.ts';

// The second thread of a scan, which needs a tenth of what the first does.
const task = workerData as ParallelScanTask;
const world = { files: nodeFiles, byteFilter: createByteFilter(task.words) };
if (parentPort) parentPort.postMessage(scanForOthers(task, parentPort, world));
