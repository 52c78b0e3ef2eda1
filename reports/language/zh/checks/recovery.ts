import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of recovery. */
export const recovery: Sentences = {
  'Whichever callback is lost, the file in the bucket brings the receiver to the full state':
    '无论丢失哪个回调，存储桶中的文件都使接收端达到完整状态',
  'List the bucket from time to time and take over the files whose callbacks never came.':
    '定期列举存储桶，接收回调从未到达的文件。',
  'Whichever callback about a file is lost, the bucket brings the receiver to the full state':
    '无论丢失关于文件的哪个回调，存储桶都使接收端达到完整状态',
  'List the folder of each task from time to time and take over the files whose 304, 307 or 310 never came.':
    '定期列举每个任务的文件夹，接收 304、307 或 310 从未到达的文件。',
  'Where the completion of a file is lost, the file in the bucket brings it into the state':
    '文件的完成通知丢失时，存储桶中的文件使它进入状态',
  'List the bucket from time to time and take over the files of known streams that no callback told complete.':
    '定期列举存储桶，接收已知流中没有回调通知完成的文件。',
};
